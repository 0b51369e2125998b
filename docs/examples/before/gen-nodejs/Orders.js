// What `thrift --gen js:node,es6 orders.thrift` writes does the same in more lines.
import thrift from "thrift";
import { NotFound, Order } from "./orders_types.js";
import { i64, struct, structOf } from "./struct.js";

const { MessageType, TApplicationException } = thrift.Thrift;

const methods = {
  put: {
    Args: struct("Orders_put_args", [[1, "order", structOf(Order)]]),
    Result: struct("Orders_put_result", [[0, "success", i64]]),
  },
  get: {
    Args: struct("Orders_get_args", [[1, "id", i64]]),
    Result: struct("Orders_get_result", [
      [0, "success", structOf(Order)],
      [1, "notFound", structOf(NotFound)],
    ]),
  },
  forget: { Args: struct("Orders_forget_args", [[1, "id", i64]]) },
};

export class Client {
  _seqid = 0;
  _reqs = {};

  constructor(output, pClass) {
    this.output = output;
    this.pClass = pClass;
  }

  put = (order) => this.#call("put", { order });
  get = (id) => this.#call("get", { id });
  forget = (id) => this.#call("forget", { id });
  recv_put = (...message) => this.#receive("put", ...message);
  recv_get = (...message) => this.#receive("get", ...message);

  #call(name, values) {
    const { Args, Result } = methods[name];
    const seqid = ++this._seqid;
    return new Promise((resolve, reject) => {
      this._reqs[seqid] = (error, value) => (error ? reject(error) : resolve(value));
      const output = new this.pClass(this.output);
      output.writeMessageBegin(name, Result ? MessageType.CALL : MessageType.ONEWAY, seqid);
      new Args(values).write(output);
      output.writeMessageEnd();
      this.output.flush();
      if (Result === undefined) resolve();
    });
  }

  #receive(name, input, type, seqid) {
    const answer = this._reqs[seqid];
    delete this._reqs[seqid];
    const result = type === MessageType.EXCEPTION ? new TApplicationException() : new methods[name].Result();
    result.read(input);
    input.readMessageEnd();
    if (type === MessageType.EXCEPTION) return answer(result);
    return result.notFound ? answer(result.notFound) : answer(null, result.success);
  }
}

export class Processor {
  constructor(handler) {
    this._handler = handler;
  }

  process(input, output) {
    const { fname: name, rseqid: seqid } = input.readMessageBegin();
    const { Args, Result } = methods[name];
    const args = new Args();
    args.read(input);
    input.readMessageEnd();
    const answer = (type, result) => {
      output.writeMessageBegin(name, type, seqid);
      result.write(output);
      output.writeMessageEnd();
      output.flush();
    };
    Promise.resolve(this._handler[name](...Object.values(args))).then(
      (success) => Result && answer(MessageType.REPLY, new Result({ success })),
      (error) => {
        if (error instanceof NotFound) return answer(MessageType.REPLY, new Result({ notFound: error }));
        return answer(MessageType.EXCEPTION, new TApplicationException(0, error.message));
      },
    );
  }
}
