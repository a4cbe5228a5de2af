import path from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Hundreds of commands are started, and half of what each takes is compiling.
    env: { NODE_COMPILE_CACHE: path.resolve('.aagahi/tests/compile-cache') },
    // Two cores, and some tests start servers and browsers of their own.
    maxWorkers: 2,
  },
});
