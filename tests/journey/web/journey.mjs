// The browser's journey: the page boots, a finger opens the lump and raises a wall, and the pot is there after a reload.
//
// Usage: journey.mjs BUILD_FOLDER PICTURES_FOLDER
// Everything is done as a player does it, by touch in a 390×844 page, and judged by what a player sees: the pictures.
// Software drawing is slow on a small machine, so fingers move by the game's clock: a frame passes at most 0.1 s.
import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { decode } from './pictures.mjs';
import { serve } from './serve.mjs';

const [build, pictures] = process.argv.slice(2);
if (!build || !pictures) throw new Error('usage: journey.mjs BUILD_FOLDER PICTURES_FOLDER');
rmSync(pictures, { recursive: true, force: true });
mkdirSync(pictures, { recursive: true });

const began = Date.now();
const say = text => console.log(`${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  ${text}`);

// Where things lie on a 390×844 phone (game/studio/layout.h).
const start = [195, 694], back = [40, 44];
const wheel = { axis: 195 };

const server = await serve(build);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
});
const complaints = [];

async function openPage(context) {
  const page = await context.newPage();
  page.on('pageerror', error => complaints.push(error.message));
  page.on('console', message => { if (message.type() === 'error') complaints.push(message.text()); });
  page.on('crash', () => complaints.push('the page crashed'));
  return page;
}

async function boot(page) {
  const opened = Date.now();
  await page.goto(server.url + '?light=day');
  await page.waitForSelector('#waiting.gone, #waiting.failed', { state: 'attached', timeout: 180_000 });
  const failed = await page.evaluate(() => document.querySelector('#waiting.failed')?.innerText);
  assert.equal(failed, undefined, `the page gave up and said: ${failed}`);
  await gameSeconds(page, 0.8);
  return (Date.now() - opened) / 1000;
}

// Waits until the game's clock has gone on by `seconds`; gives the frames that took.
function gameSeconds(page, seconds) {
  return page.evaluate(wanted => new Promise(done => {
    let passed = 0, frames = 0, last = performance.now();
    const frame = now => {
      passed += Math.min(Math.max(now - last, 0) / 1000, 0.1);
      last = now;
      if (++frames && passed >= wanted) done(frames); else requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  }), seconds);
}

async function finger(page) {
  const session = await page.context().newCDPSession(page);
  let at = [0, 0];
  const send = (type, point) => session.send('Input.dispatchTouchEvent',
    { type, touchPoints: point ? [{ x: point[0], y: point[1], id: 1, radiusX: 6, radiusY: 6, force: 0.6 }] : [] });
  return {
    async down(point) { at = point; await send('touchStart', point); await gameSeconds(page, 0.1); },
    // Along a straight line in `seconds` of the game's clock, a little with every frame.
    async to(point, seconds) {
      const from = at, step = 0.1;
      for (let passed = step; passed < seconds + step; passed += step) {
        const share = Math.min(passed / seconds, 1);
        at = [from[0] + (point[0] - from[0]) * share, from[1] + (point[1] - from[1]) * share];
        await send('touchMove', at);
        await gameSeconds(page, step);
      }
    },
    async up() { await send('touchEnd'); await gameSeconds(page, 0.1); },
  };
}

async function tap(page, point) {
  const hand = await finger(page);
  await hand.down(point);
  await hand.up();
}

let count = 0;
async function picture(page, name) {
  const png = await page.screenshot();
  writeFileSync(join(pictures, `${String(++count).padStart(2, '0')}-${name}.png`), png);
  return decode(png);
}

const brightness = ([r, g, b]) => 0.3 * r + 0.6 * g + 0.1 * b;
// The calliper beside the pot on the wheel, a thin bright line on a dark band, from foot to rim: {top, foot} as rows of the picture.
function calliper(image) {
  let best = { top: 0, foot: 0 };
  for (let x = 215; x < 386; x++) {
    let first = -1, last = -1;
    for (let y = 60; y < 660; y++) {
      const line = brightness(image.rgb(x, y)), sides = Math.max(brightness(image.rgb(x - 2, y)), brightness(image.rgb(x + 2, y)));
      if (line - sides > 30) {
        if (first < 0) first = y;
        last = y;
      } else if (first >= 0 && y - last > 12) first = -1;
      if (first >= 0 && last - first > best.foot - best.top) best = { top: first, foot: last };
    }
  }
  assert.ok(best.foot - best.top > 50, 'the wheel shows a calliper beside the pot');
  return best;
}
// How much of what stands over the wheel's axis, between two rows, looks different in the other picture.
function shareChangedOverAxis(before, after, from, to) {
  let changed = 0, all = 0;
  for (let y = from; y < to; y++) for (let x = wheel.axis - 24; x < wheel.axis + 24; x++, all++) {
    if (before.rgb(x, y).some((value, channel) => Math.abs(value - after.rgb(x, y)[channel]) > 12)) changed++;
  }
  return all ? changed / all : 0;
}
function colours(image) {
  const seen = new Set();
  for (let y = 0; y < image.height; y += 3) for (let x = 0; x < image.width; x += 3) seen.add(image.rgb(x, y).join());
  return seen.size;
}
function shareChanged(before, after) {
  let changed = 0, all = 0;
  for (let y = 0; y < before.height; y += 3) for (let x = 0; x < before.width; x += 3, all++) {
    if (Math.abs(brightness(before.rgb(x, y)) - brightness(after.rgb(x, y))) > 12) changed++;
  }
  return changed / all;
}

try {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 1, hasTouch: true,
    isMobile: true, locale: 'zh-CN' });
  context.setDefaultTimeout(300_000);
  const page = await openPage(context);
  say(`booted; the first picture stood after ${(await boot(page)).toFixed(1)} s`);
  const home = await picture(page, 'home');
  assert.ok(colours(home) > 300, `the page shows a picture: ${colours(home)} colours`);

  await tap(page, start);
  await gameSeconds(page, 2.5);
  const lump = await picture(page, 'lump');
  assert.ok(shareChanged(home, lump) > 0.1, 'the start button leads to the wheel');
  const { top, foot } = calliper(lump);
  say(`a lump on the wheel, ${foot - top} rows tall`);

  const hand = await finger(page);
  await hand.down([wheel.axis, top + 1]);
  await hand.to([wheel.axis, foot - 16], 3.5);
  await hand.up();
  await gameSeconds(page, 0.8);
  const begun = calliper(await picture(page, 'opening'));
  await hand.down([wheel.axis, begun.top + 4]);
  await hand.to([wheel.axis + 3, foot - 22], 1.8);
  await hand.to([wheel.axis + 51, foot - 22], 2.2);
  await hand.up();
  await gameSeconds(page, 2);  // the camera comes to rest
  const opened = await picture(page, 'opened');
  await gameSeconds(page, 0.4);
  const later = await picture(page, 'opened-later');
  const still = calliper(later);
  assert.ok(Math.abs(calliper(opened).top - still.top) <= 3, 'without a finger the rim stays where it is');
  assert.ok(shareChangedOverAxis(opened, later, still.top - 60, still.top - 24) < 0.1, 'nothing moves above it');
  say(`opened, ${still.foot - still.top} rows tall`);

  // Each pull's two pictures are seen by the same camera: it stands still while a finger is on the clay.
  let rise = 0, covered = 0;
  for (let pull = 1; pull <= 3 && (rise < 30 || covered < 0.8); pull++) {
    await hand.down([318, foot + 2]);
    const low = await picture(page, `pull-${pull}-begins`), before = calliper(low).top;
    await hand.to([304, foot - 30], 1.2);
    await hand.to([296, before - 34], 4);
    const high = await picture(page, `pull-${pull}-ends`), after = calliper(high).top;
    await hand.up();
    rise += before - after;
    // A round rim's far side stands a little above the calliper's end, hence the twelve rows.
    if (before - after > 16) covered = Math.max(covered, shareChangedOverAxis(low, high, after, before - 12));
    say(`pull ${pull}: the rim rose by ${before - after} rows`);
    await gameSeconds(page, 2);
  }
  assert.ok(rise >= 24, `a finger raised the wall by ${rise} rows of the picture`);
  assert.ok(covered > 0.6, `clay stands where the room was seen before: ${(100 * covered).toFixed(0)} % of it`);
  const rested = await picture(page, 'raised-at-rest');

  await tap(page, back);
  await gameSeconds(page, 1.5);
  await picture(page, 'home-again');
  say(`after a reload the picture stood again in ${(await boot(page)).toFixed(1)} s`);
  await tap(page, start);
  await gameSeconds(page, 3.5);
  const kept = await picture(page, 'kept');
  const was = calliper(rested), is = calliper(kept);
  assert.ok(Math.abs(is.foot - is.top - (was.foot - was.top)) <= 12,
    `the pot was kept: it stood ${was.foot - was.top} rows tall, and now ${is.foot - is.top}`);
  assert.deepEqual(complaints, [], 'the page had nothing to complain about');
  say(`the journey is done; pictures are in ${pictures}`);
} catch (error) {
  console.error(complaints.join('\n'));
  throw error;
} finally {
  await browser.close();
  await server.close();
}
