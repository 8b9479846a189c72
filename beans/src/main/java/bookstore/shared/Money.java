package bookstore.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount in the currency's own minor unit (ISO 4217). On the wire {@code {"amount":"12.90","currency":"EUR"}}: a
 * decimal string, because a JSON number would be read as binary floating point.
 *
 * @param minor the amount in the minor unit, for the euro in cents; may be negative
 * @param unit the ISO 4217 currency
 */
@JsonPropertyOrder({"amount", "currency"})
public record Money(@JsonIgnore long minor, @JsonIgnore Currency unit) {

    /** Reads an amount such as {@code 12.90}; more fraction digits than the currency has are refused. */
    @JsonCreator
    public static Money of(@JsonProperty("amount") String amount, @JsonProperty("currency") String currency) {
        var unit = Currency.getInstance(currency);
        var minor = new BigDecimal(amount).movePointRight(unit.getDefaultFractionDigits());
        return new Money(minor.longValueExact(), unit);
    }

    public static Money ofMinor(long minor, String currency) {
        return new Money(minor, Currency.getInstance(currency));
    }

    public Money times(int quantity) {
        return new Money(Math.multiplyExact(minor, (long) quantity), unit);
    }

    /** Adds an amount of the same currency; another currency is an {@link IllegalArgumentException}. */
    public Money plus(Money other) {
        if (!unit.equals(other.unit)) {
            throw new IllegalArgumentException("cannot add " + other.unit + " to " + unit);
        }
        return new Money(Math.addExact(minor, other.minor), unit);
    }

    /** The amount as a decimal string with all fraction digits of the currency. */
    @JsonProperty("amount")
    public String amount() {
        return BigDecimal.valueOf(minor, unit.getDefaultFractionDigits()).toPlainString();
    }

    @JsonProperty("currency")
    public String currency() {
        return unit.getCurrencyCode();
    }

    @Override
    public String toString() {
        return amount() + " " + currency();
    }
}
