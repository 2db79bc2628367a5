#include "game/craft/math.h"
