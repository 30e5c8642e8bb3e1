/** Builds server and interface, or the one that is named, and nothing else. */
import { join } from 'node:path';
import { oneAtATime } from './one-at-a-time.mjs';
import { build, root } from './setup.mjs';

try {
  await oneAtATime(join(root, '.cairn-setup', 'lock'), () => build((line) => console.log(line), process.argv[2]));
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
