// Reads PNG screenshots: decode(bytes) gives {width, height, rgb(x, y)}. Truecolour with or without alpha, no
// interlacing: what Chromium writes. A decoder of our own keeps the test to one package.
import { inflateSync } from 'node:zlib';

const paeth = (left, up, corner) => {
  const guess = left + up - corner, a = Math.abs(guess - left), b = Math.abs(guess - up), c = Math.abs(guess - corner);
  return a <= b && a <= c ? left : b <= c ? up : corner;
};

export function decode(png) {
  const width = png.readUInt32BE(16), height = png.readUInt32BE(20), kind = png[25];
  if (png[24] !== 8 || (kind !== 2 && kind !== 6) || png[28] !== 0) throw new Error('not a plain 8-bit colour PNG');
  const channels = kind === 2 ? 3 : 4, stride = width * channels, parts = [];
  for (let at = 8; at < png.length;) {
    const size = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + size));
    at += size + 12;
  }
  const raw = inflateSync(Buffer.concat(parts)), pixels = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)];
    for (let i = 0; i < stride; i++) {
      const left = i >= channels ? pixels[y * stride + i - channels] : 0;
      const up = y > 0 ? pixels[(y - 1) * stride + i] : 0;
      const corner = y > 0 && i >= channels ? pixels[(y - 1) * stride + i - channels] : 0;
      const add = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
      pixels[y * stride + i] = raw[y * (stride + 1) + 1 + i] + add;
    }
  }
  return { width, height, rgb: (x, y) => { const i = y * stride + x * channels; return [pixels[i], pixels[i + 1], pixels[i + 2]]; } };
}
