#include "game/craft/measure.h"
