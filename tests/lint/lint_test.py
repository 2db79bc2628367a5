"""Plants one fault per rule in a small tree and sees that the rule finds it, and that it finds nothing else."""

import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import lint

HEADER = "// One.\n// Two.\n// Three.\n#pragma once\n"
EN = ('{"wheel.cut": "Cut", "wheel.bowls.one": "{n} bowl", "wheel.bowls.other": "{n} bowls",'
      ' "fault.crack.why": "Dry it slower"%s}')
ZH = '{"wheel.cut": "割", "wheel.bowls.other": "{n} 只碗", "fault.crack.why": "干慢些"%s}'
CLEAN = {
    "game/base/result.h": HEADER,
    "game/craft/clay.h": HEADER + '#include <array>\n#include "game/base/result.h"\n',
    "game/craft/clay.cpp": '#include "game/craft/clay.h"\n// sin(x) and std::sort in a comment are only words\n'
                           'double sine(double x) { return x; }\nconst char* name = "exp(1)";\n',
    "game/engine/app.h": HEADER,
    "game/engine/app.cpp": "#include <SDL.h>\n",
    "game/studio/screen.cpp": '#include "game/engine/app.h"\n#include "game/craft/clay.h"\n'
                              'void draw() { button(ui, "cut.it", area, say(words, "wheel.cut")); }\n'
                              'std::string bowls(int n) { return fill_count(words, "wheel.bowls", n, {{"n", text(n)}}); }\n'
                              'std::string why(Fault fault) { return fill(words, "fault." + id(fault) + ".why", {}); }\n',
    "game/town/link/link.cpp": '#include <enet/enet.h>\n',
    "game/main.cpp": '#include <CLI/CLI.hpp>\n#include "game/studio/screen.h"\n#include "game/town/street.h"\n',
    "server/main.cpp": '#include "server/store/store.h"\n#include "game/protocol/messages.h"\n',
    "server/gate/gate.cpp": '#include <enet/enet.h>\n#include "game/protocol/messages.h"\n',
    "assets/strings/languages.json": '{"languages": [{"id": "zh", "counts": ["other"]},'
                                     ' {"id": "en", "counts": ["one", "other"]}]}',
    "assets/strings/en.studio.json": EN % "",
    "assets/strings/zh.studio.json": ZH % "",
    "cmake/page.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
}

PLANTED = {
    "arrows": [
        ("game/craft/clay.cpp", '#include "game/piece/making.h"'),
        ("game/engine/app.cpp", '#include "game/craft/clay.h"'),
        ("game/studio/screen.cpp", '#include "game/town/street.h"'),
        ("game/studio/screen.cpp", '#include "game/protocol/messages.h"'),
        ("game/town/link/link.cpp", '#include "game/engine/app.h"'),
        ("game/studio/screen.cpp", "#include <SDL2/SDL.h>"),
        ("game/studio/screen.cpp", "#include <CLI/CLI.hpp>"),
        ("server/gate/gate.cpp", "#include <sqlite3.h>"),
        ("server/gate/gate.cpp", "#include \"server/market/market.h\""),
        ("server/market/market.cpp", '#include "game/engine/app.h"'),
        ("game/garden/tree.cpp", "int tree = 1;"),
    ],
    "craft_purity": [
        ("game/craft/clay.cpp", "#include <chrono>"),
        ("game/craft/clay.cpp", "#include <random>"),
        ("game/craft/clay.cpp", "double a = std::sin(1.0);"),
        ("game/craft/clay.cpp", "double a = exp(1.0);"),
        ("game/craft/clay.cpp", "int a = rand();"),
        ("game/craft/clay.cpp", "void f() { std::sort(a, b); }"),
        ("game/craft/clay.cpp", "long double wide = 1;"),
        ("game/craft/clay.cpp", "FILE* file = fopen(name, mode);"),
    ],
    "server_switch": [("game/craft/clay.cpp", "#ifdef SERVER\n#endif")],
    "header_comment": [
        ("game/craft/short.h", "// One line only.\n#pragma once"),
        ("game/craft/bare.h", HEADER.replace("#pragma once\n", "int x;")),
        ("server/gate/long.h", "// More.\n" * 11 + "#pragma once"),
    ],
    "file_length": [("game/craft/long.cpp", "int x;\n" * 801)],
    "outside_hosts": [
        ("check", "curl " + "https:" + "//registry.somewhere.org/x"),
        ("platform/web/list", "deb.somewhere.org"),
    ],
    "machine_paths": [("check", "cd /" + "root/thing")],
    "unfinished": [
        ("game/craft/clay.cpp", "// TO" + "DO later"),
        ("check", "# FIX" + "ME"),
        ("tests/unit/a_test.cpp", "GTEST_" + "SKIP();"),
    ],
    "string_tables": [
        ("assets/strings/en.town.json", '{"a": "b"}'),
        ("assets/strings/en.studio.json", EN % ', "wheel.water": "Water"'),
        ("assets/strings/en.studio.json", EN.replace("{n} bowls", "{m} bowls") % ""),
        ("assets/strings/en.studio.json", EN.replace('"wheel.bowls.one": "{n} bowl",', "") % ""),
        ("assets/strings/zh.studio.json", ZH.replace("wheel.bowls.other", "wheel.bowls") % ""),
        ("assets/strings/ky.studio.json", ZH % ""),
        ("assets/strings/languages.json", '{"languages": [{"id": "zh"}, {"id": "en"}, {"id": "ru"}]}'),
        ("assets/strings/words.json", "{}"),
        ("assets/strings/en.studio.json", "{"),
    ],
    "word_keys": [
        ("game/studio/screen.cpp", 'void more() { draw(say(words, "wheel.lost")); }'),
        ("game/studio/screen.cpp", 'void more() { draw(say(words, "gone")); }'),
        ("game/studio/screen.cpp", 'constexpr Card kCards[] = {{1, "wheel.lost"}};'),
        ("game/studio/screen.cpp", 'std::string more(Id id) { return std::string("wheel.tools.") + name(id); }'),
        ("assets/strings/en.studio.json", EN % ', "wheel.unsaid": "Water"'),
    ],
    "words_outside_tables": [
        ("game/studio/screen.cpp", 'const char* kName = "天球瓶";'),
        ("game/town/street.cpp", 'const char* kName = "Базар";'),
        ("game/engine/ui.cpp", 'void more() { canvas.text("Press to open", area, style); }'),
        ("game/studio/screen.cpp", 'void more() { button(ui, "cut", area, "Cut", look(1, 2)); }'),
        ("game/studio/screen.cpp", 'void more() { toast(ui, std::string("It could not be kept: ") + why); }'),
    ],
}


def faults_in(rule, files):
    with tempfile.TemporaryDirectory() as root:
        for name, text in files.items():
            path = pathlib.Path(root) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return lint.RULES[rule](lint.Tree(root))


class LintTest(unittest.TestCase):
    def test_every_rule_is_quiet_on_a_clean_tree(self):
        for rule in lint.RULES:
            self.assertEqual(faults_in(rule, CLEAN), [], rule)

    def test_every_rule_has_a_planted_fault(self):
        self.assertEqual(sorted(PLANTED), sorted(lint.RULES))

    def test_every_planted_fault_is_found(self):
        for rule, plants in PLANTED.items():
            for name, text in plants:
                files = dict(CLEAN)
                adds = name in files and not name.endswith(".json")
                files[name] = files[name] + text + "\n" if adds else text + "\n"
                with self.subTest(rule=rule, name=name, text=text[:60]):
                    self.assertTrue(faults_in(rule, files), "not found")


if __name__ == "__main__":
    unittest.main()
