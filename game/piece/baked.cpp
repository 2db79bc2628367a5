#include "game/piece/baked.h"
