#include "game/craft/kiln.h"
