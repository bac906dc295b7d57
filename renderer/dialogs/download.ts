/** Gives a text to the browser as a file to keep. */
export function download(fileName: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The browser has begun by the time the next task runs.
  setTimeout(() => URL.revokeObjectURL(address));
}
