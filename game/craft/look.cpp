#include "game/craft/look.h"
