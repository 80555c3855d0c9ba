import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { reactRouter } from '@react-router/dev/vite';
import { defineConfig, type Plugin } from 'vite';

const comfort = 'web/resident/comfort.ts';
const gridComfort = 'web/resident/grid-comfort.ts';
const gridOffline = 'web/resident/grid-offline.ts';
// At a fixed address of its own, because browsers know a service worker by it; it imports nothing.
const gridWorker = 'web/resident/grid-worker.ts';
const recount = 'web/resident/recount.ts';
// Plain scripts without imports of their own: what they need is drawn in, for nothing else on the phone's pages uses it.
const recountWorker = 'web/resident/recount-worker.ts';
const recountKeeper = 'web/resident/recount-keeper.ts';

// Of all scripts and what they import: a new content has a new address.
const scriptsDigest = digestOf(
  ['web/resident', 'web/lib', 'web/features/ballots', 'web/features/matters', 'shared'],
  /\.ts$/,
);
// Of everything the pages of the phone are made of: what a phone keeps belongs to one build.
const build = digestOf(['web/resident', 'web/features', 'web/ui', 'web/lib', 'web/icons', 'shared'], /\.(tsx?|css)$/);

function digestOf(folders: string[], which: RegExp): string {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => which.test(name));
    for (const name of names.sort()) hash.update(readFileSync(join(folder, name)));
  }
  return hash.digest('hex').slice(0, 8);
}

/** The small scripts of the pages that are not hydrated, each at a fixed address that carries its own digest. */
function comfortScripts(): Plugin {
  return {
    name: 'liren-comfort',
    apply: 'build',
    buildStart() {
      if (this.environment.name !== 'client') return;
      for (const id of [comfort, gridComfort, gridOffline, recount, recountWorker])
        this.emitFile({ type: 'chunk', id, fileName: addressOf(id).slice(1) });
      this.emitFile({ type: 'chunk', id: gridWorker, fileName: 'grid-worker.js' });
      this.emitFile({ type: 'chunk', id: recountKeeper, fileName: 'recount-keeper.js' });
    },
  };
}

function addressOf(script: string): string {
  return `/assets/${basename(script, '.ts')}-${scriptsDigest}.js`;
}

/** Beside each text file its compressed forms, so that the server never compresses the same bytes twice. */
function compressed(): Plugin {
  return {
    name: 'liren-compressed',
    apply: 'build',
    writeBundle(options, bundle) {
      if (this.environment.name !== 'client') return;
      for (const fileName of Object.keys(bundle).filter((name) => /\.(js|css|svg)$/.test(name))) {
        const path = join(options.dir ?? '', fileName);
        const source = readFileSync(path);
        writeFileSync(`${path}.gz`, gzipSync(source, { level: 9 }));
        writeFileSync(`${path}.br`, brotliCompressSync(source));
      }
    },
  };
}

export default defineConfig({
  plugins: [reactRouter(), comfortScripts(), compressed()],
  define: {
    __COMFORT__: JSON.stringify(addressOf(comfort)),
    __GRID_COMFORT__: JSON.stringify(addressOf(gridComfort)),
    __GRID_OFFLINE__: JSON.stringify(addressOf(gridOffline)),
    __RECOUNT__: JSON.stringify(addressOf(recount)),
    __RECOUNT_WORKER__: JSON.stringify(addressOf(recountWorker)),
    __BUILD__: JSON.stringify(build),
  },
  publicDir: false,
  build: {
    // The floor of the phone pages: Chrome 88 (WeChat's own engine of 2021) and iOS 14.
    target: ['chrome88', 'safari14', 'ios14'],
    cssTarget: ['chrome88', 'safari14', 'ios14'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
});
