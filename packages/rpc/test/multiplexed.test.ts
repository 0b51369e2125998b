import { type Channel, defaultLimits, type Handler } from "@seapink/core";
import { framed, type Multiplexed, unframed } from "@seapink/dialect-classic";
import { binary } from "@seapink/protocol-binary";
import { createClient, implement, serveNamed } from "@seapink/rpc";
import { method, service, string } from "@seapink/schema";
import { memoryLanes } from "@seapink/transport-memory";
import { describe, expect, test } from "vitest";

const Calculator = service("Calculator", [method("name", { returns: string })]);
const Weather = service("Weather", [method("name", { returns: string })]);
const calculator = implement(Calculator, { name: () => "the calculator" });
const weather = implement(Weather, { name: () => "the weather" });
const handler = serveNamed(calculator, weather);

describe.each([framed, unframed])("services that share a connection, %o", (framing) => {
  /** A channel to a handler, with an option for each side. */
  async function connected(client: Multiplexed, served: Handler, server: Multiplexed = false): Promise<Channel> {
    const [near, far] = memoryLanes();
    const conversation = { limits: defaultLimits, handler: undefined, onError: (): void => undefined };
    const protocols = [binary()];
    framing({ protocols, multiplexed: server }).accept(far, served, conversation);
    return framing({ protocols, multiplexed: client }).connect(near, conversation);
  }

  test.each<[client: Multiplexed, server: Multiplexed]>([
    [true, false],
    [true, true],
    [{ Weather: "weather.v2" }, { Weather: ["weather", "weather.v2"] }],
    [
      { Weather: "Calculator", Calculator: "Weather" },
      { Weather: "Calculator", Calculator: "Weather" },
    ],
  ])("are told apart by their names: %j, %j", async (client, server) => {
    await using channel = await connected(client, handler, server);
    expect(await createClient(Calculator, channel)["name"]?.()).toBe("the calculator");
    expect(await createClient(Weather, channel)["name"]?.()).toBe("the weather");
  });

  test("are told apart behind a proxy, too", async () => {
    await using behind = await connected(true, handler);
    await using channel = await connected(true, behind.handle);
    expect(await createClient(Weather, channel)["name"]?.()).toBe("the weather");
  });

  test.each([handler, calculator])("are refused where they are unknown, and the connection goes on", async (served) => {
    await using channel = await connected(true, served);
    const Tides = service("Tides", [method("name", { returns: string })]);
    await expect(createClient(Tides, channel)["name"]?.()).rejects.toMatchObject({
      code: "protocol_error",
      wireCode: 7,
      message: expect.stringMatching(/^expected .*Calculator.*, got "Tides"$/),
      mayHaveRun: false,
    });
    expect(await createClient(Calculator, channel)["name"]?.()).toBe("the calculator");
  });

  test("answer as one where the client names none", async () => {
    await using channel = await connected(false, calculator);
    expect(await createClient(Weather, channel)["name"]?.()).toBe("the calculator");
  });
});
