package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.values.Sum;
import org.regulars.program.Expiry;
import org.regulars.program.Kind;

/** How much of what is earned of one kind lives how long. */
final class Lives {

    /** What lives equally long. */
    private static final class Life {

        private final @Nullable Expiry own;
        private final Sum amount = new Sum();

        Life(@Nullable Expiry own) {
            this.own = own;
        }

        String written() {
            return Optional.ofNullable(own).toString();
        }
    }

    private static final Comparator<Life> IN_ORDER = Comparator.comparing(Life::written);

    private final List<Life> lives = new ArrayList<>(1);

    /** What comes of a total that was earned of a kind, apart by how long it lives, spread as what was awarded. */
    static void credit(Kind kind, BigDecimal total, List<Award> awards, List<Earning.Credit> credits) {
        if (!isAnyOwn(awards)) {
            credits.add(new Earning.Credit(kind.name(), total, null));
            return;
        }
        Lives lives = new Lives();
        for (Award award : awards) {
            lives.add(award.life(), award.rounded(kind));
        }
        lives.spread(kind, total, credits);
    }

    private static boolean isAnyOwn(List<Award> awards) {
        for (int i = 0; i < awards.size(); i++) {
            if (awards.get(i).life() != null) {
                return true;
            }
        }
        return false;
    }

    /** Adds an amount, with its own life or, for null, as long a one as its kind says. */
    private void add(@Nullable Expiry own, BigDecimal amount) {
        for (int i = 0; i < lives.size(); i++) {
            if (Objects.equals(lives.get(i).own, own)) {
                lives.get(i).amount.add(amount);
                return;
            }
        }
        Life life = new Life(own);
        life.amount.add(amount);
        lives.add(life);
    }

    private void spread(Kind kind, BigDecimal total, List<Earning.Credit> credits) {
        if (lives.size() == 1) {
            credits.add(new Earning.Credit(kind.name(), total, lives.get(0).own));
            return;
        }
        lives.sort(IN_ORDER);
        BigDecimal[] weights = new BigDecimal[lives.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = lives.get(i).amount.value();
        }
        BigDecimal[] parts = Allocation.spread(total, weights, kind.decimals());
        for (int i = 0; i < parts.length; i++) {
            credits.add(new Earning.Credit(kind.name(), parts[i], lives.get(i).own));
        }
    }
}
