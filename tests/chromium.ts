import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';

const run = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));

const systemNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

const systemChromium = () =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => systemNames.map((name) => join(folder, name)))
    .find((path) => existsSync(path));

const packagedVersion = async () => {
  const manifest: unknown = JSON.parse(
    await readFile(join(root, 'node_modules/@sparticuz/chromium/package.json'), 'utf8'),
  );
  return typeof manifest === 'object' && manifest && 'version' in manifest
    ? String(manifest.version)
    : 'unknown';
};

/** Without any fonts of its own, a bare machine would draw every fallback letter as an empty box. */
const fontsConf = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>
`;

/**
 * The browser of the npm registry, unpacked once into `.cache`. It is unpacked under a name of its own and moved
 * into place whole, so that two test processes that start together never run half a file.
 */
async function unpackedChromium(): Promise<string> {
  const folder = join(root, '.cache', `chromium-${await packagedVersion()}`);
  const path = join(folder, 'chromium');
  if (existsSync(path)) return path;
  await mkdir(join(root, '.cache'), { recursive: true });
  const fresh = await mkdtemp(join(root, '.cache', 'unpacking-'));
  const unpack = "const { default: c } = await import('@sparticuz/chromium'); await c.executablePath();";
  await run(process.execPath, ['--input-type=module', '--eval', unpack], {
    cwd: root,
    env: { ...process.env, TMPDIR: fresh },
  });
  await writeFile(join(fresh, 'fonts.conf'), fontsConf(folder));
  await rename(fresh, folder).catch(async (error: unknown) => {
    await rm(fresh, { recursive: true, force: true });
    if (!existsSync(path)) throw error;
  });
  return path;
}

/** `CHROMIUM_PATH`, else a chromium of this machine, else the one from the npm registry. */
export async function chromiumPath(): Promise<string> {
  return process.env.CHROMIUM_PATH ?? systemChromium() ?? (await unpackedChromium());
}

/** Web security stays on: the content security policy and the origin are part of what the tests check. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * A headless browser for tests. The caller closes it.
 *
 * @example const browser = await launchBrowser();
 */
export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const executablePath = await chromiumPath();
  const ownFonts = join(executablePath, '..', 'fonts.conf');
  const fonts =
    !existsSync('/etc/fonts/fonts.conf') && existsSync(ownFonts) ? { FONTCONFIG_FILE: ownFonts } : {};
  return chromium.launch({
    executablePath,
    ...options,
    args: [...quiet, ...(options.args ?? [])],
    env: { ...process.env, ...fonts, ...options.env },
  });
}
