import { createHash } from 'node:crypto';
import { chmodSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolders } from '../make-folders.ts';
import { StartFailure } from '../start-failure.ts';

/**
 * A folder of ours outside a closed home directory, where a server that runs as another user can come: the same
 * folder for the same `purpose` and `about` every time. Only root needs one. Throws StartFailure when something
 * that is not ours stands at the place.
 */
export function openPlaceFor(purpose: string, about: string): string {
  const digest = createHash('sha256').update(about).digest('hex').slice(0, 16);
  const folder = join('/var/tmp', `shixian-${purpose}-${digest}`);
  makeFolders(folder, 0o711);
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== process.getuid?.()) {
    throw new StartFailure(`${folder} 已存在但不属于当前用户，请删除它，或设置 DATA_DIR 指向其他位置。`);
  }
  chmodSync(folder, 0o711);
  return folder;
}
