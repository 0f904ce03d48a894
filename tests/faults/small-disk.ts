import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of its own, in memory, whose room can be set. */
export type SmallDisk = {
  folder: string;
  /** Leaves this many megabytes free. */
  leaveFree(megabytes: number): void;
  remove(): void;
};

const MEGABYTE = 2 ** 20;
const AMPLE_MB = 1024;

/** Why no small disk can be made here, or null when one can. */
export function noSmallDisk(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return 'mounting a small disk needs Linux and root';
  try {
    makeSmallDisk().remove();
    return null;
  } catch {
    return 'mounting is not allowed here, as in a container without CAP_SYS_ADMIN';
  }
}

export function makeSmallDisk(): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'buurtbalans-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${AMPLE_MB}m`, 'tmpfs', folder], { stdio: 'pipe' });
  return {
    folder,
    leaveFree(megabytes) {
      const { blocks, bfree, bsize } = statfsSync(folder);
      const size = (blocks - bfree) * bsize + megabytes * MEGABYTE;
      execFileSync('mount', ['-o', `remount,size=${size}`, folder]);
    },
    remove() {
      // Lazily, because a server may still be closing its files.
      execFileSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
