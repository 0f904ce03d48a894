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
    chunkSizeWarningLimit: 1200,
    // Libraries change less often than the app: in files of their own they stay in the browser's cache.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'map', test: /node_modules[\\/](@?maplibre|@mapbox|earcut|gl-matrix)/ },
            { name: 'interface', test: /node_modules[\\/](react|@react|@internationalized|scheduler)/ },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
  server: { proxy: { '/api': server, '/tiles': server } },
});
