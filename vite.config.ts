import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// In development the app speaks to a server started beside it; BUURTBALANS_URL names another one.
const server = process.env.BUURTBALANS_URL ?? 'http://127.0.0.1:8080';

export default defineConfig({
  root: 'web',
  plugins: [react()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    // A `data:` font or script would need a wider Content-Security-Policy than the one we serve.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1600,
  },
  worker: { format: 'es' },
  server: { proxy: { '/api': server, '/tiles': server } },
});
