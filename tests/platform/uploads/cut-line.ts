/** A slow line that is cut again and again: a TCP proxy. */
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** `rate` in bytes a second for each connection. `cuts()`: how many connections were torn. */
export async function cutLine(target: number, { every, rate }: { every: number; rate: number }) {
  const open = new Set<Socket>();
  let torn = 0;
  const server = createServer((near) => {
    const far = connect(target, "127.0.0.1");
    for (const socket of [near, far]) {
      open.add(socket);
      // A torn line is what this is about.
      socket.on("error", () => {});
      socket.on("close", () => {
        open.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.on("data", (chunk) => {
      far.write(chunk);
      near.pause();
      setTimeout(() => near.resume(), (chunk.length / rate) * 1000);
    });
    far.pipe(near);
  });
  server.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const cutting = setInterval(() => {
    torn += open.size / 2;
    for (const socket of open) socket.resetAndDestroy();
  }, every);
  return {
    port: (server.address() as AddressInfo).port,
    cuts: () => torn,
    stop() {
      clearInterval(cutting);
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
}
