#include "game/craft/workpiece.h"
