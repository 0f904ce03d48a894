// Takes the lock of the directory named on the command line when it is told to on standard input, and keeps it.
import { lockDirectory } from '../../../../server/database/lock.ts';

const [dataDir = ''] = process.argv.slice(2);
console.log('waiting');
process.stdin.once('data', () => {
  try {
    lockDirectory(dataDir);
    console.log('won');
  } catch (error) {
    console.log(`lost ${(error as { code?: string }).code}`);
  }
});
