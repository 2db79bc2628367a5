#include "game/craft/defect.h"
