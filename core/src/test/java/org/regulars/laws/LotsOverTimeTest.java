package org.regulars.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.regulars.Correction;
import org.regulars.EventRefusedException;
import org.regulars.LoyaltyEngine;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.Purchase;
import org.regulars.Redemption;
import org.regulars.Return;
import org.regulars.Reversal;
import org.regulars.laws.Deeds.BringsBack;
import org.regulars.laws.Deeds.Buys;
import org.regulars.laws.Deeds.CallsOff;
import org.regulars.laws.Deeds.Deed;
import org.regulars.laws.Deeds.PutRight;
import org.regulars.laws.Deeds.WantsMug;
import org.regulars.laws.KeptModel.Bought;
import org.regulars.laws.KeptModel.Comes;
import org.regulars.laws.KeptModel.Returned;

/** Law 4, over time: whatever is bought, spent, brought back and called off, a plain list of what is kept comes to the same. */
class LotsOverTimeTest {

    @Provide
    Arbitrary<Card> cards() {
        return Card.any();
    }

    @Provide
    Arbitrary<List<Deed>> deeds() {
        return Deeds.any();
    }

    @Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
    void a_list_of_what_is_kept_comes_to_the_same(@ForAll("cards") Card card, @ForAll("deeds") List<Deed> deeds) {
        new Walk(card).through(deeds);
    }

    @Tag("soak")
    @Property(tries = 20_000, edgeCases = EdgeCasesMode.NONE)
    void a_list_of_what_is_kept_comes_to_the_same_for_long(
            @ForAll("cards") Card card, @ForAll("deeds") List<Deed> deeds) {
        new Walk(card).through(deeds);
    }

    /** A history, decided and counted by hand side by side. */
    private static final class Walk {
        private final Card card;
        private final LoyaltyEngine engine;
        private final KeptModel model;
        private final List<Outcome> receipts = new ArrayList<>();
        private final List<Outcome> mugs = new ArrayList<>();
        private final StringBuilder log = new StringBuilder();
        private Member member = Member.of("ana", Card.JOINED).holding(40, "points");
        private Instant time = Deeds.START;
        private int next;

        Walk(Card card) {
            this.card = card;
            this.engine = card.engine();
            this.model = new KeptModel(card);
            // Brought over from elsewhere, without an end: older than everything, and spent last.
            model.lots.add(
                    new SlowLots.Held("opening-1", Card.JOINED, Card.JOINED, null, BigDecimal.ZERO),
                    new BigDecimal(40));
        }

        void through(List<Deed> deeds) {
            try {
                for (Deed deed : deeds) {
                    // What lives on with activity must not lapse between what is done: see the model.
                    boolean livesOn = card.life() == Card.Life.TWO_MONTHS_SINCE_ACTIVITY;
                    time = time.plus(Deeds.hours(deed.after() * (livesOn ? 1 : 3)));
                    log.append("\n    ").append(time).append(' ').append(deed);
                    does(deed);
                    sameAsCounted();
                }
                for (int days : new int[] {1, 10, 25, 60, 400}) {
                    time = time.plus(Duration.ofDays(days));
                    log.append("\n    ").append(time);
                    member = engine.advance(member, time).memberAfter();
                    model.lots.pass(time);
                    sameAsCounted();
                }
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(card.text() + log + "\n" + e.getMessage(), e);
            }
        }

        private void does(Deed deed) {
            String id = "e%02d".formatted(++next);
            if (deed instanceof Buys buys) {
                buys(id, buys);
            } else if (deed instanceof WantsMug) {
                Outcome asked = engine.decide(member, Redemption.of(id, time, "mug"));
                assertThat(asked.freeItems()).hasSize(model.wantsMug(time) ? 1 : 0);
                if (!asked.freeItems().isEmpty()) {
                    mugs.add(asked);
                }
                member = asked.memberAfter();
            } else if (deed instanceof CallsOff callsOff && !mugs.isEmpty()) {
                int which = callsOff.which() % mugs.size();
                Outcome off = engine.reverse(member, mugs.remove(which), Return.everything(id, time));
                assertThat(off.givenBack("points")).isEqualByComparingTo(model.callsOff(which, time));
                member = off.memberAfter();
            } else if (deed instanceof PutRight right) {
                member = engine.decide(member, Correction.of(id, time, right.amount(), "points", "counted again"))
                        .memberAfter();
                model.putRight(id, time, BigDecimal.valueOf(right.amount()));
            } else if (deed instanceof BringsBack back && !receipts.isEmpty()) {
                bringsBack(id, back);
            }
        }

        private void buys(String id, Buys buys) {
            Instant at = time.minus(Deeds.hours(buys.late()));
            Purchase purchase = Deeds.receipt(id, at, buys.basket());
            if (buys.wishes()) {
                purchase = purchase.with("wish", "5 off");
            }
            Outcome bought = engine.decide(member, purchase);
            Comes comes = model.buys(purchase);
            assertThat(bought.toPay()).isEqualByComparingTo(comes.toPay());
            assertThat(bought.earned("points")).isEqualByComparingTo(comes.earned());
            assertThat(bought.spent("points")).isEqualByComparingTo(comes.allSpent());
            receipts.add(bought);
            member = bought.memberAfter();
        }

        private void bringsBack(String id, BringsBack back) {
            int which = back.which() % receipts.size();
            Bought bought = model.receipts.get(which);
            if (bought.kept.isNothing()) {
                return;
            }
            List<Return.Part> parts = Deeds.parts(bought.kept, back.picks());
            Return brought = new Return(id, time.toString(), parts, Map.of());
            log.append(' ').append(brought);
            Outcome returned = engine.reverse(member, receipts.get(which), brought);
            Returned counted = model.bringsBack(bought, id, time, parts);
            assertThat(returned.refund()).as("refund").isEqualByComparingTo(counted.refund());
            assertThat(returned.takenBack("points")).as("taken back").isEqualByComparingTo(counted.taken());
            assertThat(returned.givenBack("points")).as("given back").isEqualByComparingTo(counted.givenBack());
            for (Reversal.OfKind kind : returned.reversal().kinds()) {
                assertThat(kind.lapsed()).as("lapsed").isEqualByComparingTo(counted.lapsed());
                assertThat(kind.left()).as("left").isEqualByComparingTo(counted.stays());
            }
            member = returned.memberAfter();
            assertThatThrownBy(() -> engine.reverse(member, receipts.get(which), brought))
                    .isInstanceOf(EventRefusedException.class)
                    .hasMessageContaining("was taken back before");
        }

        private void sameAsCounted() {
            assertThat(member.balance("points")).as("balance").isEqualByComparingTo(model.lots.held());
            assertThat(member.pending("points")).as("pending").isEqualByComparingTo(model.lots.pending());
            assertThat(SlowLots.apart(member, "points")).isEqualTo(model.lots.apart());
        }
    }
}
