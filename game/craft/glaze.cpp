#include "game/craft/glaze.h"
