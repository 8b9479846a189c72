package bookstore.embedded.qdrant;

import io.qdrant.client.grpc.Collections.PayloadSchemaInfo;
import io.qdrant.client.grpc.Collections.PayloadSchemaType;
import io.qdrant.client.grpc.Points.CreateFieldIndexCollection;
import io.qdrant.client.grpc.Points.DeleteFieldIndexCollection;
import io.qdrant.client.grpc.Points.FieldType;

/** Indexes of payload fields. They are noted and told; only that of a text field changes what a filter finds. */
final class Indexes {

    private Indexes() {}

    static long create(Collection collection, CreateFieldIndexCollection request) {
        String field = field(request.getFieldName());
        if (!request.hasFieldType()) {
            throw Errors.malformed("cannot convert field_type");
        }
        var index = PayloadSchemaInfo.newBuilder().setDataType(type(request.getFieldType()));
        if (request.hasFieldIndexParams()) {
            index.setParams(request.getFieldIndexParams());
        }
        return collection.createIndex(field, index.build());
    }

    /** A field without an index is no error. */
    static long delete(Collection collection, DeleteFieldIndexCollection request) {
        return collection.deleteIndex(field(request.getFieldName()));
    }

    private static String field(String name) {
        if (name.isEmpty()) {
            throw Errors.invalid("field_name", "value \"\" invalid, must be at least 1 characters");
        }
        JsonPath.of(name);
        return name;
    }

    private static PayloadSchemaType type(FieldType type) {
        return switch (type) {
            case FieldTypeKeyword -> PayloadSchemaType.Keyword;
            case FieldTypeInteger -> PayloadSchemaType.Integer;
            case FieldTypeFloat -> PayloadSchemaType.Float;
            case FieldTypeGeo -> PayloadSchemaType.Geo;
            case FieldTypeText -> PayloadSchemaType.Text;
            case FieldTypeBool -> PayloadSchemaType.Bool;
            case FieldTypeDatetime -> PayloadSchemaType.Datetime;
            case FieldTypeUuid -> PayloadSchemaType.Uuid;
            case UNRECOGNIZED -> throw Errors.malformed("cannot convert field_type");
        };
    }
}
