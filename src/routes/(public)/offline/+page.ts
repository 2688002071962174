// Kept on the device by the service worker: it must stand alone, without any script.
export const csr = false;
