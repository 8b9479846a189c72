/**
 * A stand-in for Qdrant in development and tests: what its gRPC API answers for one unnamed dense vector a point, by
 * exact search, with a journal. It has no clustering, snapshots, sparse or named vectors, and is no server for
 * production.
 */
@NullMarked
package bookstore.embedded.qdrant;

import org.jspecify.annotations.NullMarked;
