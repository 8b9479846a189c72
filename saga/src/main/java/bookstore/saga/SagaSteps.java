package bookstore.saga;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The enlistments of a saga, as rows. */
final class SagaSteps {

    private final JdbcClient jdbc;

    SagaSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SagaState.Step> of(String sagaId) {
        return jdbc.sql("select seq, compensation_uri as compensation, completion_uri as completion,"
                        + " status = 'DONE' as done, attempts from saga_steps where saga_id = ? order by seq")
                .param(sagaId)
                .query(SagaState.Step.class)
                .list();
    }

    /** To be called under the lock of the saga, which keeps the numbers apart. */
    void add(String sagaId, Enlistment step) {
        jdbc.sql(
                        """
                        insert into saga_steps (saga_id, seq, compensation_uri, completion_uri, options)
                        select ?, coalesce(max(seq), 0) + 1, ?, ?, jsonb_object(?, ?) from saga_steps where saga_id = ?
                        """)
                .params(sagaId, step.compensation(), step.completion())
                .param(step.options().keySet().toArray(String[]::new))
                .param(step.options().values().toArray(String[]::new))
                .param(sagaId)
                .update();
    }

    Map<String, String> options(String sagaId, int seq) {
        return Entries.of(
                jdbc.sql("select e.* from saga_steps, jsonb_each_text(options) e where saga_id = ? and seq = ?")
                        .params(sagaId, seq));
    }

    boolean isPending(String sagaId, int seq) {
        return jdbc.sql("select status = 'PENDING' from saga_steps where saga_id = ? and seq = ?")
                .params(sagaId, seq)
                .query(Boolean.class)
                .single();
    }

    void mark(String sagaId, int seq, String assignments, Object... values) {
        jdbc.sql("update saga_steps set " + assignments + " where saga_id = ? and seq = ?")
                .params(values)
                .params(sagaId, seq)
                .update();
    }
}
