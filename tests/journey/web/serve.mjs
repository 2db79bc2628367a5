// Serves a build folder on this machine's loopback address, for the test alone: the bazaar server hands out the game
// to real players. serve(folder) resolves to {url, close, requests}.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';

const kinds = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.wasm': 'application/wasm', '.data': 'application/octet-stream' };

export function serve(folder) {
  const requests = [];
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url, 'http://localhost').pathname);
    requests.push(path);
    const name = path === '/' ? 'index.html' : path.slice(1);
    if (!(extname(name) in kinds) || name.includes('/')) {
      response.writeHead(404).end();
      return;
    }
    try {
      const bytes = await readFile(join(folder, name));
      response.writeHead(200, { 'content-type': kinds[extname(name)], 'content-length': bytes.length, 'cache-control': 'no-store' }).end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => resolve({
      url: `http://127.0.0.1:${server.address().port}/`,
      close: () => new Promise(done => { server.close(done); server.closeAllConnections(); }),
      requests,
    }));
  });
}
