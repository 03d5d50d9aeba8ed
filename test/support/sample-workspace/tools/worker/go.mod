module example.com/storefront/worker

go 1.23

require (
	github.com/gin-gonic/gin v1.10.0
	github.com/robfig/cron/v3 v3.0.1
	github.com/segmentio/kafka-go v0.4.47
	gorm.io/gorm v1.25.12
)
