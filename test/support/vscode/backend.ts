/** `electron`: the VS Code that `@vscode/test-electron` downloads; `server`: the VS Code server of the npm registry. */
export type Backend = 'electron' | 'server';

const updates = 'https://update.code.visualstudio.com/api/releases/stable';

/**
 * The backend that GITEE_SCOUT_TEST_BACKEND names; else `electron` where VS Code's update server answers and a window
 * can be opened; else `server`, which needs the npm registry only.
 */
export async function chooseBackend(): Promise<Backend> {
  const wanted = process.env.GITEE_SCOUT_TEST_BACKEND;
  if (wanted === 'electron' || wanted === 'server') return wanted;
  if (wanted) throw new Error(`GITEE_SCOUT_TEST_BACKEND is "${wanted}"; it can be "electron" or "server"`);
  return hasDisplay() && (await answers(updates)) ? 'electron' : 'server';
}

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

async function answers(address: string): Promise<boolean> {
  return fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(3000) }).then(
    response => response.ok,
    () => false,
  );
}
