import { createServer, type Server } from 'node:http';

/** A bare node:http server that sends as many bytes as its argument says; it runs as a process of its own. */
const body = Buffer.alloc(Number(process.argv[2] ?? 0), 'x');

createServer((_, response) => {
	response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Length': body.length });
	response.end(body);
}).listen(0, '127.0.0.1', function (this: Server) {
	const address = this.address();
	if (typeof address === 'object' && address !== null) process.send?.(address.port);
});
