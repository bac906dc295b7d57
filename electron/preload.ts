import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from './contract/bridge.ts';
import type { Reply } from './contract/calls.ts';
import type { Event } from './contract/events.ts';

const bridge: Bridge = {
  call: (name, args) => ipcRenderer.invoke('call', name, args) as Promise<Reply>,
  on(listener) {
    const hear = (_: unknown, event: Event) => listener(event);
    ipcRenderer.on('event', hear);
    ipcRenderer.send('listening');
    return () => ipcRenderer.off('event', hear);
  },
  flushed: (unwritten) => ipcRenderer.send('flushed', unwritten),
};

contextBridge.exposeInMainWorld('galley', bridge);
