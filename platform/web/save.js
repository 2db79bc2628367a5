// Runs inside the game's module before main: the player's folder comes from IndexedDB, and goes back after each change.
// main starts only when the folder is there. Module.keepSaves() is called after every write; calls made while one
// copy is under way are answered by a single copy after it.
Module['preRun'] = Module['preRun'] || [];
Module['preRun'].push(function () {
  FS.mkdir('/save');
  FS.mount(IDBFS, {}, '/save');
  addRunDependency('save');
  FS.syncfs(true, function (error) {
    if (error) console.error('the saved pots could not be read: ' + error);  // private windows have no IndexedDB
    removeRunDependency('save');
  });
});
var copying = false, changedMeanwhile = false;
Module['keepSaves'] = function () {
  if (copying) { changedMeanwhile = true; return; }
  copying = true;
  FS.syncfs(false, function (error) {
    if (error) console.error('the pots could not be kept: ' + error);
    copying = false;
    if (changedMeanwhile) { changedMeanwhile = false; Module['keepSaves'](); }
  });
};
