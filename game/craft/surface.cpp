#include "game/craft/surface.h"
