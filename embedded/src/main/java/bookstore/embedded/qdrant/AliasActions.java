package bookstore.embedded.qdrant;

import io.qdrant.client.grpc.Collections.AliasOperations;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Actions on aliases, one after the other. One that is refused ends them. */
final class AliasActions {

    private final Map<String, String> aliases;
    private final Set<String> collections;

    private AliasActions(Map<String, String> aliases, Set<String> collections) {
        this.aliases = aliases;
        this.collections = collections;
    }

    /** @param aliases alias to collection, to be changed */
    static void take(List<AliasOperations> actions, Map<String, String> aliases, Set<String> collections) {
        actions.forEach(new AliasActions(aliases, collections)::take);
    }

    private void take(AliasOperations action) {
        switch (action.getActionCase()) {
            case CREATE_ALIAS ->
                create(
                        action.getCreateAlias().getAliasName(),
                        action.getCreateAlias().getCollectionName());
            case RENAME_ALIAS ->
                rename(
                        action.getRenameAlias().getOldAliasName(),
                        action.getRenameAlias().getNewAliasName());
            case DELETE_ALIAS -> aliases.remove(action.getDeleteAlias().getAliasName());
            case ACTION_NOT_SET -> throw Errors.malformed("Malformed AliasOperation type");
        }
    }

    /** An alias that is there moves. */
    private void create(String alias, String collection) {
        if (!collections.contains(collection)) {
            throw Errors.noCollection(collection);
        }
        if (collections.contains(alias)) {
            throw Errors.collectionExists(alias);
        }
        aliases.put(alias, collection);
    }

    private void rename(String old, String fresh) {
        String collection = aliases.remove(old);
        if (collection == null) {
            throw Errors.noAlias(old);
        }
        aliases.put(fresh, collection);
    }
}
