#include "game/craft/clay.h"
