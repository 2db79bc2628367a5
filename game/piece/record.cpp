#include "game/piece/record.h"
