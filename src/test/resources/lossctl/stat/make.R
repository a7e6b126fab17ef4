# Makes r.csv from samples.csv: what R says of the data sets. R >= 4 with the packages survey and boot.
suppressMessages({library(survey); library(boot)})
samples <- read.csv("samples.csv")
rows <- data.frame()
put <- function(set, quantity, value)
  rows <<- rbind(rows, data.frame(set, quantity, value = format(as.numeric(value), digits = 17)))
for (name in unique(samples$set)) {
  s <- samples[samples$set == name, ]
  s$d <- s$y - s$x
  s$one <- 1
  paired <- t.test(s$y, s$x, paired = TRUE)
  put(name, "paired_p", paired$p.value)
  put(name, "paired_low", paired$conf.int[1])
  put(name, "paired_high", paired$conf.int[2])
  alone <- t.test(s$x, conf.level = 0.9)
  put(name, "mean_low", alone$conf.int[1])
  put(name, "mean_high", alone$conf.int[2])
  # Weighted, each cluster a unit: a linearised (sandwich) standard error with n/(n-1).
  design <- svydesign(ids = ~g, weights = ~w, data = s)
  mean <- svymean(~x, design)
  put(name, "robust_mean", coef(mean))
  put(name, "robust_se", SE(mean))
  ends <- confint(mean, df = length(unique(s$g)) - 1)
  put(name, "robust_low", ends[1])
  put(name, "robust_high", ends[2])
  s$xx <- s$x^2; s$yy <- s$y^2; s$xy <- s$x * s$y; s$ee <- s$d^2
  design <- svydesign(ids = ~g, weights = ~w, data = s)
  put(name, "root_se", SE(svycontrast(svymean(~ee, design), quote(sqrt(ee)))))
  if (name != "offset") { # these formulas lose their digits there, ours do not
    put(name, "ratio_se", SE(svyratio(~y, ~x, design)))
    totals <- svytotal(~one + x + xx + ee, design)
    put(name, "r2", 1 - sum(s$w * s$ee) / (sum(s$w * s$xx) - sum(s$w * s$x)^2 / sum(s$w)))
    put(name, "r2_se", SE(svycontrast(totals, quote(1 - ee / (xx - x^2 / one)))))
  }
  if (nrow(s) > 5) {
    set.seed(3)
    b <- boot(s, function(data, i) sum(data$w[i] * data$x[i]) / sum(data$w[i]), R = 20000)
    ends <- boot.ci(b, type = c("perc", "bca"))
    put(name, "percentile_low", ends$percent[4]); put(name, "percentile_high", ends$percent[5])
    put(name, "bca_low", ends$bca[4]); put(name, "bca_high", ends$bca[5])
  }
}
p <- c(0.01, 0.04, 0.03, 0.005, 0.8)
for (i in seq_along(p)) put("", paste("holm", p[i]), p.adjust(p, "holm")[i])
write.csv(rows, "r.csv", row.names = FALSE, quote = FALSE)
