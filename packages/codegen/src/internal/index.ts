/** What sister packages share and nobody else may count on: it is not under semantic versioning. */
export { shapesOf } from "../file-shapes.ts";
export { type Descriptor, isDescriptor, nameOf, shapeOf, valueOf } from "../shape.ts";
