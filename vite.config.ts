import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The renderer, for a page with a strict CSP: nothing inline, no data: URLs. */
export default defineConfig({
  root: 'renderer',
  // The stylesheets and icons of assets/ are imported where they are used.
  publicDir: false,
  plugins: [react()],
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    // Both hosts are newer: Electron's Chromium, and a browser of this year.
    target: 'es2024',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 4096,
  },
});
