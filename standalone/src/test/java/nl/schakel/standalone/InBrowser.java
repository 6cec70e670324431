package nl.schakel.standalone;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Needs a real browser; left out, and counted as skipped, only when somebody says so. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(InBrowser.Condition.class)
@interface InBrowser {

    /** Skips on {@code SCHAKEL_BROWSER=skip}, whether or not there is one. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return "skip".equals(System.getenv("SCHAKEL_BROWSER"))
                    ? ConditionEvaluationResult.disabled("SCHAKEL_BROWSER=skip")
                    : ConditionEvaluationResult.enabled("a browser is asked for");
        }
    }
}
