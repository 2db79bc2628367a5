#include "game/protocol/messages.h"
