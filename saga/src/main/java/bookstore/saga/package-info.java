/**
 * A durable saga service for Apache Camel: the Saga EIP on the tables of a PostgreSQL database.
 *
 * <p>Camel 4.17 brings an in-memory service, which forgets everything at a crash, and one for an LRA coordinator,
 * which is one more server. {@link bookstore.saga.DurableSagaService} needs neither: a saga, its steps and their
 * options are rows, written in the caller's transaction, and {@link bookstore.saga.SagaRecovery} finishes what was
 * begun, by any number of instances, for as long as it takes. {@link bookstore.saga.DurableSagas} shows what goes on.
 *
 * <p>Apply {@code db/migration/saga} with Flyway in the schema that owns the sagas. Sagas extend
 * {@link bookstore.saga.SagaRoutes}. Three rules remain for those who write them: every undo must cope with being
 * called although its action never happened; a compensation URI is stored, so it must keep its name; and strip the
 * header {@code Long-Running-Action} wherever messages come in from outside.
 */
@NullMarked
package bookstore.saga;

import org.jspecify.annotations.NullMarked;
