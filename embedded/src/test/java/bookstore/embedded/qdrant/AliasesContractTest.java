package bookstore.embedded.qdrant;

import static org.assertj.core.api.Assertions.assertThat;

import io.qdrant.client.grpc.Collections.AliasOperations;
import io.qdrant.client.grpc.Collections.CreateAlias;
import io.qdrant.client.grpc.Collections.DeleteAlias;
import io.qdrant.client.grpc.Collections.Distance;
import io.qdrant.client.grpc.Collections.RenameAlias;
import java.util.List;

class AliasesContractTest {

    @QdrantTest
    void an_alias_stands_for_its_collection(Client client) {
        String name = client.plane();
        String alias = client.name();

        client.ask(qdrant -> qdrant.createAliasAsync(alias, name));

        assertThat(client.count(alias)).isEqualTo(3);
        assertThat(client.exists(alias)).isTrue();
        List<String> collections = client.ask(qdrant -> qdrant.listCollectionsAsync());
        assertThat(collections).doesNotContain(alias);
        assertThat(client.aliases(name)).containsExactly(alias);
        var all = client.ask(qdrant -> qdrant.listAliasesAsync());
        assertThat(all)
                .anyMatch(one -> one.getAliasName().equals(alias)
                        && one.getCollectionName().equals(name));
    }

    @QdrantTest
    void an_alias_moves_from_the_old_collection_to_the_new_one_in_one_request(Client client) {
        String old = client.plane();
        String fresh = client.collection(2, Distance.Cosine);
        String alias = client.name();
        client.ask(qdrant -> qdrant.createAliasAsync(alias, old));

        var changed = client.ask(qdrant -> qdrant.updateAliasesAsync(List.of(delete(alias), create(alias, fresh))));

        assertThat(changed.getResult()).isTrue();
        assertThat(client.count(alias)).isZero();
        assertThat(client.aliases(old)).isEmpty();
    }

    @QdrantTest
    void an_alias_that_is_there_moves_without_being_deleted_first(Client client) {
        String old = client.plane();
        String fresh = client.collection(2, Distance.Cosine);
        String alias = client.name();
        client.ask(qdrant -> qdrant.createAliasAsync(alias, old));

        client.ask(qdrant -> qdrant.createAliasAsync(alias, fresh));

        assertThat(client.count(alias)).isZero();
    }

    @QdrantTest
    void an_alias_is_renamed_and_deleted(Client client) {
        String name = client.plane();
        String before = client.name();
        String after = client.name();
        client.ask(qdrant -> qdrant.createAliasAsync(before, name));

        client.ask(qdrant -> qdrant.renameAliasAsync(before, after));
        assertThat(client.aliases(name)).containsExactly(after);

        client.ask(qdrant -> qdrant.deleteAliasAsync(after));
        assertThat(client.aliases(name)).isEmpty();
        assertThat(client.ask(qdrant -> qdrant.deleteAliasAsync(after)).getResult())
                .isTrue();
    }

    @QdrantTest
    void an_alias_goes_with_its_collection_and_a_collection_does_not_go_by_its_alias(Client client) {
        String name = client.plane();
        String alias = client.name();
        client.ask(qdrant -> qdrant.createAliasAsync(alias, name));

        assertThat(client.delete(alias)).isFalse();
        assertThat(client.count(alias)).isEqualTo(3);

        client.delete(name);
        assertThat(client.exists(alias)).isFalse();
    }

    @QdrantTest
    void an_alias_needs_a_collection_and_a_name_of_its_own(Client client) {
        String name = client.plane();
        String other = client.plane();
        String alias = client.name();
        client.ask(qdrant -> qdrant.createAliasAsync(alias, name));

        assertThat(client.refusal(qdrant -> qdrant.createAliasAsync(client.name(), "no-such-collection")))
                .isEqualTo("NOT_FOUND Not found: Collection `no-such-collection` doesn't exist!");
        assertThat(client.refusal(qdrant -> qdrant.createAliasAsync(other, name)))
                .isEqualTo("ALREADY_EXISTS Wrong input: Collection `" + other + "` already exists!");
        assertThat(client.refusal(qdrant -> qdrant.renameAliasAsync("no-such-alias", client.name())))
                .isEqualTo("NOT_FOUND Not found: Alias no-such-alias does not exists!");
        assertThat(client.refusal(qdrant -> qdrant.createCollectionAsync(alias, Client.params(2, Distance.Dot))))
                .isEqualTo("INVALID_ARGUMENT Wrong input: Can't create collection with name " + alias
                        + ". Alias with the same name already exists");
    }

    @QdrantTest
    void what_was_done_before_a_refused_action_stays_done(Client client) {
        String name = client.plane();
        String alias = client.name();

        assertThat(client.refusal(qdrant ->
                        qdrant.updateAliasesAsync(List.of(create(alias, name), rename("no-such-alias", "other")))))
                .startsWith("NOT_FOUND");

        assertThat(client.aliases(name)).containsExactly(alias);
    }

    private static AliasOperations create(String alias, String collection) {
        return AliasOperations.newBuilder()
                .setCreateAlias(CreateAlias.newBuilder().setAliasName(alias).setCollectionName(collection))
                .build();
    }

    private static AliasOperations rename(String before, String after) {
        return AliasOperations.newBuilder()
                .setRenameAlias(RenameAlias.newBuilder().setOldAliasName(before).setNewAliasName(after))
                .build();
    }

    private static AliasOperations delete(String alias) {
        return AliasOperations.newBuilder()
                .setDeleteAlias(DeleteAlias.newBuilder().setAliasName(alias))
                .build();
    }
}
