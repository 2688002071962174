// Kept on the device by the service worker: it must stand alone, without any script but one of its own.
export const csr = false;
