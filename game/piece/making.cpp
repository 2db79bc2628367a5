#include "game/piece/making.h"
